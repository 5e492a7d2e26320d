"""Bringing an older database up to the current schema, one numbered step after the other."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

SCRIPTS = Path(__file__).parent
"""The folder of `env.py` and `versions`."""


def _configuration() -> Config:
    config = Config()
    # A percent sign in a path would be read as the beginning of a variable.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def knows_revision(revision: str) -> bool:
    """Whether that revision is one this program can start from."""
    scripts = ScriptDirectory.from_config(_configuration())
    return revision in {script.revision for script in scripts.walk_revisions()}


def upgrade(connection: Connection) -> None:
    """Run every step from the database's revision to the current one, in the open transaction."""
    config = _configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
