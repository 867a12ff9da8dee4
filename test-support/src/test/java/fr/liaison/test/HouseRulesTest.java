package fr.liaison.test;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

  @TestFactory
  Stream<DynamicTest> theRulesHoldForThisModuleToo() {
    return HouseRules.of("fr.liaison.test");
  }
}
