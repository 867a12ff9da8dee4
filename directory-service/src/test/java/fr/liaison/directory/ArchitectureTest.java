package fr.liaison.directory;

import fr.liaison.test.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> houseRules() {
    return HouseRules.of("fr.liaison.directory", "KeycloakAccounts", "KeycloakClient");
  }
}
