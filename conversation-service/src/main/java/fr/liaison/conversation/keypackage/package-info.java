/**
 * Invitations to be added to groups: each device's pool of single-use key packages plus one last
 * resort, claimed once each.
 */
@NullMarked
package fr.liaison.conversation.keypackage;

import org.jspecify.annotations.NullMarked;
