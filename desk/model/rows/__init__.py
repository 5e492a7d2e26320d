"""Row records: what leaves the services, frozen, with words already in the asked language."""
