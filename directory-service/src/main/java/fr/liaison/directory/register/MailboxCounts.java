package fr.liaison.directory.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many mailboxes an import found, and how many of them came, changed and went. */
@Schema(
    name = "RegisterMailboxCounts",
    requiredProperties = {"listed", "added", "changed", "removed"})
public record MailboxCounts(long listed, long added, long changed, long removed) {}
