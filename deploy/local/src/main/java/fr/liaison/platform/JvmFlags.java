package fr.liaison.platform;

import java.util.List;

/** Further JVM flags of a part, such as its AOT cache. */
@FunctionalInterface
interface JvmFlags {
  JvmFlags NONE = _ -> List.of();

  List<String> of(Part part);
}
