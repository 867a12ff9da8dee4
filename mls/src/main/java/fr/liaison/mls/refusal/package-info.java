/** What a peer can do wrong, as values: every reason for which bytes of others are not acted on. */
@org.jspecify.annotations.NullMarked
package fr.liaison.mls.refusal;
