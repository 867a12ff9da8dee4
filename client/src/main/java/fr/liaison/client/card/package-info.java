/**
 * People's cards as the directory signed them (docs/adr/0013-signed-cards.md): verified here
 * against the pinned root, kept, compared with former ones, and what speaks for looking twice
 * before a first message.
 */
@NullMarked
package fr.liaison.client.card;

import org.jspecify.annotations.NullMarked;
