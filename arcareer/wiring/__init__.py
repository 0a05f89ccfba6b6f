"""How the services of an open library hang together, a module for each capability."""
