/** What the OpenAPI document says beyond what annotations can. */
@NullMarked
package fr.liaison.conversation.document;

import org.jspecify.annotations.NullMarked;
