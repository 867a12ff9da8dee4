@org.jspecify.annotations.NullMarked
package fr.liaison.mls;
