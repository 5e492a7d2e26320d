"""The component library: what every page is built from.

Import from the single files; this one stays empty so that a start loads only what it shows.
Texts are given by the caller (already in the user's language), icons are Phosphor names, tones
and roles are names of `resources/theme/tokens.toml`. Widgets look right in both themes and after
a change of theme without help.

Words and ground
    label.Label(text, role="body", tone="text", wraps=, selectable=) .set_tone; ElidedLabel
    card.Card(title, link=, flush=, ground=) .body .header; SectionHeader; Separator(vertical=)
    page.Page(ground=); PageHeader(title, subtitle) .set_words .set_marks .add_action .add_before
    page.FilterBar() .row; ScrollColumn(margins=, spacing=) .column
    figure.Figure(number, words, tone); figure.CountryPlate(code, name)
    empty_state.EmptyState(icon, title, sentence, primary=, secondary=) primary_chosen

Buttons and fields
    button.Button(text, icon, variant="normal|primary|quiet|danger", dense=)
    icon_button.IconButton(icon, name, dense=, on_navigation=)
    segmented_buttons.SegmentedButtons([(key, text)], name=) .current chosen(key)
    labeled_field.LabeledField(label, editor, hint=) .set_error .set_hint; Sign(icon, tone, side)
    text_field.TextField(text, placeholder=, icon=) .value .set_value value_changed(str); TextArea
    number_field.NumberField(value, least=, most=, optional=) .value value_changed(int | None)
    combo_box.ComboBox([(key, text)]) .value .set_value value_changed(key)
    searchable_combo.SearchableCombo(find, allows_new=) .choice .set_choice value_changed(Choice)
    date_field.DateField(value, today=, optional=) .value .set_value value_changed(date | None)
    time_field.TimeField(value, optional=) .value .set_value value_changed(time | None)
    check_box.CheckBox(text, checked, name=); search_field.SearchField(placeholder, keys=)

    Number, date and time fields derive from typed_field.TypedField: `.error`,
    `error_changed(str)` (a LabeledField shows it), `.take_typed()`, `.retranslate()`.

Marks and messages
    chip.Chip(text, kind, icon); ChipLook, chip_width, paint_chip for delegates
    count_badge.CountBadge(count, name=); key_cap.KeyCap("Ctrl+K"); paint_key_cap
    finding_box.FindingBox(kind, what, why, [Remedy(key, text)], conflict=) remedy_chosen(key)
    message_strip.MessageStrip(kind, words, [Remedy], lead=, conflict=) remedy_chosen, closed
    toast.Toast(parent) .show_notice(words, action=, icon=) action_chosen
    readiness_bar.ReadinessBar(title, count, done=, total=) .show_progress; ProgressBar
    dialog.Dialog(title, text, width=) .body .add_action .add_button .add_aside

Moving about
    tabs.Tabs([(key, text)], name=) .set_count .set_current chosen(key)
    navigation_list.NavigationList([Section(key, text, icon)], name=) section_chosen(key);
        NavigationPane
    small_calendar.SmallCalendar(today, on_navigation=) .set_selected .set_marks day_chosen(date)
    detail_pane.DetailPane(width=) .set_chips .set_title .add_tab .body .foot .set_state closed

Lists (models in desk.gui.models.rows: RowModel, Column, Group)
    table.Table(rows, name=, row_height=, header=, many=) .set_cell(column, cell) .select_key
        row_chosen(row) row_activated(row) selection_moved group_toggled
    cells: TextCell, TwoLineCell, ChipCell, MarkCell, RankCell, CheckCell; TextLook, Mark, Rank
    row_list.RowList(look, delegate, words=, name=, fits=) .show_rows row_chosen row_activated;
        NoteRowDelegate + NoteRowLook
    event_rows.EventRowDelegate + EventRowLook; paint_kind_bar
    event_block.paint_event_block(painter, box, EventLook) for calendar views
    calendar_view.CalendarView(name): the base of the calendar's views; Block; calendar_drag
    calendar_grid.TimeGrid(name, today) .show_days(first, rows, days=, now=) zone_chosen(str)
    month_grid.MonthGrid(today) .show_month(rows, weeks, today, notes) .select_day week_asked(date)
        more_asked(date) day_stood(date), the rest as calendar_view.CalendarView
    visit_chart.VisitChart() .show_visits(rows, axis, today) move_asked(row, days) zoom_asked(int)

Painting of one's own goes through `painting.painting(device)` in paint events and
`painting.guarded_paint` on the `paint` of a delegate: an exception that escapes a paint event
ends the process.
"""
