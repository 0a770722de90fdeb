"""The body's mailbox: reading messages of any shape, and the IMAP server they lie on. Knows no case."""
