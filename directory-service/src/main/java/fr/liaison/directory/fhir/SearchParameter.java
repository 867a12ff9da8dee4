package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.directory.search.SearchConfig;
import fr.liaison.kit.problem.Problem;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/**
 * A parameter by which a type can be searched: what the CapabilityStatement says of it, and how a
 * value of it must look.
 *
 * @param words what there is to know of it beside its name, perhaps nothing
 */
record SearchParameter(String name, SearchParamType type, Form form, String words) {
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9A-Za-z]{2,10}");

  /** How a value must look. */
  enum Form {
    any,
    text,
    postalCode,
    flag
  }

  static SearchParameter token(String name, String words) {
    return new SearchParameter(name, SearchParamType.TOKEN, Form.any, words);
  }

  static SearchParameter flag(String name, String words) {
    return new SearchParameter(name, SearchParamType.TOKEN, Form.flag, words);
  }

  static SearchParameter text(String name, String words) {
    return new SearchParameter(name, SearchParamType.STRING, Form.text, words);
  }

  static SearchParameter postalCode(String name, String words) {
    return new SearchParameter(name, SearchParamType.STRING, Form.postalCode, words);
  }

  /** Compared as a whole, as a string parameter need not be; said in its words. */
  static SearchParameter address(String name, String words) {
    return new SearchParameter(name, SearchParamType.STRING, Form.any, words);
  }

  static SearchParameter reference(String name) {
    return new SearchParameter(name, SearchParamType.REFERENCE, Form.any, "");
  }

  /** Refuses a value that does not look so. */
  void check(String value, SearchConfig limits) {
    switch (form) {
      case any -> {
        // A value that is nothing of ours finds nothing.
      }
      case text -> {
        int count = SearchWords.of(value).size();
        if (count == 0 || count > limits.mostWords()) {
          throw Problem.field(name, "must have from 1 to " + limits.mostWords() + " words");
        }
      }
      case postalCode -> {
        if (!POSTAL_CODE.matcher(value).matches()) {
          throw Problem.field(name, "must match " + POSTAL_CODE.pattern());
        }
      }
      case flag -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw Problem.field(name, "must be true or false");
        }
      }
    }
  }
}
