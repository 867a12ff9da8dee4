/** Who we are to push services (RFC 8292): the service's key pair and the tokens signed with it. */
@NullMarked
package fr.liaison.notification.vapid;

import org.jspecify.annotations.NullMarked;
