// Small behaviours that pages work without; each is found by a data attribute.
