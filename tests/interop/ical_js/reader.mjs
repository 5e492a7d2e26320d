// Reads calendar files with ical.js: one JSON line in (a list of files), one JSON line out (for each
// file what was seen, in the shape of seen.py, or {"error": …}).
import ICAL from "ical.js";
import { createInterface } from "node:readline";

function time(event, name) {
  const value = event.getFirstPropertyValue(name);
  if (!value) return null;
  return value.isDate ? value.toString() : value.toUnixTime();
}

function person(property) {
  return {
    address: property.getFirstValue(),
    name: property.getParameter("cn") ?? "",
    sent_by: property.getParameter("sent-by") ?? "",
    role: property.getParameter("role") ?? "",
    kind: property.getParameter("cutype") ?? "",
    answer: property.getParameter("partstat") ?? "",
    reply_wanted: property.getParameter("rsvp") ?? "",
    language: property.getParameter("language") ?? "",
  };
}

function text(event, name) {
  const found = event.getAllProperties(name);
  if (found.length > 1) throw new Error(`${name} occurs ${found.length} times`);
  if (!found.length) return { text: "", language: "" };
  return { text: found[0].getFirstValue(), language: found[0].getParameter("language") ?? "" };
}

function event(component) {
  const organizers = component.getAllProperties("organizer");
  if (organizers.length !== 1) throw new Error(`${organizers.length} organizers`);
  return {
    uid: component.getFirstPropertyValue("uid"),
    stamp: time(component, "dtstamp"),
    sequence: component.getFirstPropertyValue("sequence"),
    starts: time(component, "dtstart"),
    ends: time(component, "dtend"),
    summary: text(component, "summary"),
    description: text(component, "description"),
    location: text(component, "location"),
    categories: component.getAllProperties("categories").flatMap((one) => one.getValues()),
    position: component.getFirstPropertyValue("geo"),
    status: component.getFirstPropertyValue("status") ?? "",
    url: component.getFirstPropertyValue("url") ?? "",
    conference: component.getFirstPropertyValue("conference") ?? "",
    organiser: person(organizers[0]),
    attendees: component.getAllProperties("attendee").map(person),
  };
}

function calendar(file) {
  const root = new ICAL.Component(ICAL.parse(file));
  if (root.name !== "vcalendar") throw new Error(`the file begins with ${root.name}`);
  return {
    method: root.getFirstPropertyValue("method"),
    name: root.getFirstPropertyValue("x-wr-calname") ?? "",
    zones: root.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid")),
    events: root.getAllSubcomponents("vevent").map(event),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answers = JSON.parse(line).map((file) => {
    try {
      return calendar(file);
    } catch (error) {
      return { error: String(error?.stack ?? error) };
    }
  });
  process.stdout.write(JSON.stringify(answers) + "\n");
}
