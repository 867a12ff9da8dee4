/** The log as C2SP tlog-tiles serves it: public, static in effect, checkable by anybody. */
@NullMarked
package fr.liaison.audit.files;

import org.jspecify.annotations.NullMarked;
