"""What the desk knows: tables, value objects, row records and errors.

Import from the single modules: importing a table loads SQLAlchemy, which the first painted
frame must not wait for.
"""
