package fr.liaison.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules every module keeps, as one test each. Call it from a {@code @TestFactory} in a plain
 * JUnit class named {@code ArchitectureTest}; add the module's own rules beside it.
 */
public final class HouseRules {
  private static final int MOST_LINES = 500;
  private static final List<String> SERVICES =
      List.of("directory", "conversation", "attachment", "notification", "audit");

  private final String root;
  private final List<String> seeHttp;
  private final JavaClasses classes;

  private HouseRules(String root, List<String> seeHttp) {
    this.root = root;
    this.seeHttp = seeHttp;
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(root);
  }

  /**
   * The rules for one module.
   *
   * @param root the module's base package, such as {@code fr.liaison.directory}
   * @param seeHttp simple names of classes that speak HTTP without being a resource or a filter,
   *     such as the adapter of a foreign client
   */
  public static Stream<DynamicTest> of(String root, String... seeHttp) {
    HouseRules rules = new HouseRules(root, List.of(seeHttp));
    return Stream.of(
        DynamicTest.dynamicTest("thereAreClassesToCheck", rules::thereAreClasses),
        rules.test("featuresDependOnEachOtherWithoutCycles", rules.acyclicFeatures()),
        rules.test("onlyResourcesAndFiltersSeeHttp", rules.onlyResourcesAndFiltersSeeHttp()),
        rules.test("onlyTheKitPublishesToKafka", rules.onlyTheKitPublishes()),
        rules.test("noServiceImportsAnother", rules.noServiceImportsAnother()),
        rules.test("noClassIsNamedAfterNothing", rules.noEmptyNames()),
        DynamicTest.dynamicTest("everyPackageIsNullMarked", rules::everyPackageIsNullMarked),
        DynamicTest.dynamicTest("noFileIsTooLong", HouseRules::noFileIsTooLong));
  }

  private DynamicTest test(String name, ArchRule rule) {
    return DynamicTest.dynamicTest(name, () -> rule.allowEmptyShould(true).check(classes));
  }

  /** Without this every other rule would hold for a misspelt package. */
  private void thereAreClasses() {
    assertThat(classes).as("classes of " + root).isNotEmpty();
  }

  private ArchRule acyclicFeatures() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private ArchRule onlyResourcesAndFiltersSeeHttp() {
    return noClasses()
        .that()
        .haveNameNotMatching(".*(" + String.join("|", namesThatSeeHttp()) + ")(\\$.*)?")
        .and()
        .resideOutsideOfPackage("fr.liaison.kit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..");
  }

  private List<String> namesThatSeeHttp() {
    return Stream.concat(
            Stream.of("Resource", "Filter"), seeHttp.stream().map(name -> "\\." + name))
        .toList();
  }

  private ArchRule onlyTheKitPublishes() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("fr.liaison.kit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka.clients.producer..");
  }

  private ArchRule noServiceImportsAnother() {
    String[] others =
        SERVICES.stream()
            .map(service -> "fr.liaison." + service)
            .filter(Predicate.not(root::equals))
            .map(service -> service + "..")
            .toArray(String[]::new);
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(others);
  }

  private ArchRule noEmptyNames() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)(\\$.*)?")
        .because("a name says what a class stands for");
  }

  private void everyPackageIsNullMarked() {
    Set<String> unmarked =
        classes.stream()
            .map(JavaClass::getPackage)
            .filter(one -> !one.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());
    assertThat(unmarked).as("packages without @NullMarked in package-info.java").isEmpty();
  }

  private static void noFileIsTooLong() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<String> tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(HouseRules::isTooLong)
              .map(Path::toString)
              .toList();
      assertThat(tooLong).as("files of more than " + MOST_LINES + " lines").isEmpty();
    }
  }

  private static boolean isTooLong(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count() > MOST_LINES;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
