"""The one room where files that others wrote are opened: recognised, bounded, decoded, turned into plain values."""
