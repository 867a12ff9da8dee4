package fr.liaison.register;

import fr.liaison.register.defect.Defect;
import java.nio.file.Path;
import java.util.Map;

/**
 * What was written.
 *
 * @param rows of the file of activities, rows nobody can read and rows that are there twice
 *     included
 * @param usable those of them a careful reader can use
 * @param defects how many people have each
 */
public record Generated(
    Path activities, long people, long rows, long usable, Map<Defect, Long> defects) {}
