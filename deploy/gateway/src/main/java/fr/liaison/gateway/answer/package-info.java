/** What the gateway says itself: problems, security headers, access log. */
@NullMarked
package fr.liaison.gateway.answer;

import org.jspecify.annotations.NullMarked;
