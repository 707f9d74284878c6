"""The command line: rosters in, answers out; one module for each command."""
