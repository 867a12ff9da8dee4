package fr.liaison.directory.search.index;

/** The fields of a document. Raise {@link OpenIndex#FORMAT} when what they hold changes. */
final class Field {
  /** The 16 bytes of the id. */
  static final String ID = "id";

  /** Words of family and given names, and neighbours written as one ("legoff"). */
  static final String NAME = "name";

  /** First letters of those words. */
  static final String INITIAL = "initial";

  /** How those words sound. */
  static final String SOUND = "sound";

  /** Those words from their second letter on, where that is enough to tell them by. */
  static final String NAME_REST = "nameRest";

  /** Words of everything but the name, with postal codes and departments. */
  static final String OTHER = "other";

  /** Of those, the words of professions and specialities. */
  static final String PROFESSION = "profession";

  /** Of those, the words of towns. */
  static final String TOWN = "town";

  static final String PROFESSION_CODE = "professionCode";
  static final String SAVOIR_FAIRE_CODE = "savoirFaireCode";

  /** Of those codes of professions, what the person holds as a student alone. */
  static final String TRAINING = "training";

  /** On people who hold no profession in full. */
  static final String STUDENT = "student";

  /** Families of diplomas, and of what family which; see {@link Condition.Diploma#term}. */
  static final String QUALIFICATION = "qualification";

  static final String POSTAL_CODE = "postalCode";

  /** INSEE codes: see {@link fr.liaison.directory.search.place.Communes#codesAt}. */
  static final String COMMUNE = "commune";

  /** Where places are, as points and as values. */
  static final String POSITION = "position";

  /** Where places are, roughly: {@link fr.liaison.directory.search.place.Cell#text}. */
  static final String CELL = "cell";

  static final String DEPARTMENT = "department";
  static final String STRUCTURE = "structure";

  /** On people with an MSSanté mailbox of their own. */
  static final String MAILBOX = "mailbox";

  /** Sorts equal hits, see {@link PersonDocument#order}. */
  static final String ORDER = "order";

  /** The professions that are counted, {@code code|label}. */
  static final String COUNTED = "counted";

  /** Beginnings this short are terms of their own, since too many words share them. */
  static final int SHORT_BEGINNING = 3;

  /** Names this long are told by all but their first letter. */
  static final int TOLD_BY_REST = 5;

  private Field() {}

  /** Where beginnings of two and three letters of a field's words are. */
  static String beginnings(String field) {
    return field + "Begin";
  }
}
