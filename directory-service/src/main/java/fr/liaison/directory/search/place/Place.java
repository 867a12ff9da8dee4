package fr.liaison.directory.search.place;

/** A position, and whether it is only that of a neighbourhood or a department. */
record Place(Position position, boolean approximate) {}
