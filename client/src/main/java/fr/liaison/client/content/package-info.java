/** What members say to each other inside MLS: docs/content-format.md, version 1. */
@NullMarked
package fr.liaison.client.content;

import org.jspecify.annotations.NullMarked;
