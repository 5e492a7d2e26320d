"""Bringing an older database up to the current schema, one numbered step after the other."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine


def _configuration() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def knows_revision(revision: str) -> bool:
    """Whether that revision is one this program can start from."""
    scripts = ScriptDirectory.from_config(_configuration())
    return revision in {script.revision for script in scripts.walk_revisions()}


def upgrade(engine: Engine) -> None:
    """Run every step from the database's revision to the current one, in one transaction."""
    config = _configuration()
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
