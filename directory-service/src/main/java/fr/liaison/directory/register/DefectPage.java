package fr.liaison.directory.register;

import fr.liaison.directory.register.file.RowDefect;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the row defects of an import; next is the cursor of the following page. */
@Schema(name = "RegisterDefectPage", requiredProperties = "items")
public record DefectPage(List<RowDefect> items, @Nullable String next) {}
