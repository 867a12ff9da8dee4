/** People and what they practise, each made from the seed and a number. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.person;
