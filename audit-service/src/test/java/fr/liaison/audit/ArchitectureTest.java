package fr.liaison.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.liaison.test.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> houseRules() {
    return HouseRules.of("fr.liaison.audit");
  }

  @Test
  void theLogFormatsKnowNothingOfLiaison() {
    noClasses()
        .that()
        .resideInAPackage("fr.liaison.audit.tlog..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("fr.liaison.audit.tlog..", "java..", "org.jspecify..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.liaison.audit"));
  }
}
