/** What holds for every request to this service. */
@NullMarked
package fr.liaison.directory.http;

import org.jspecify.annotations.NullMarked;
