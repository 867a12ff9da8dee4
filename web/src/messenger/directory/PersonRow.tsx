import {
  ChevronRight,
  CircleAlert,
  Info,
  MapPin,
  MessagesSquare,
  SmartphoneNfc,
  UsersRound,
} from "lucide-react"
import type { Distance, Practitioner } from "../../core"
import { Link } from "../app/Link"
import { useI18n } from "../i18n/I18n"
import { personName, placeName, professionName } from "../i18n/names"
import { Avatar } from "../ui/Avatar"
import { StandingMark } from "../ui/StandingMark"

type Props = {
  person: Practitioner
  current: boolean
  homonym: boolean
  written: boolean
  self: boolean
  /** Of a search around a place. */
  distance?: Distance | undefined
  /** Undefined while one person is looked for; a tick once several are being chosen. */
  chosen: boolean | undefined
  onToggle: (person: Practitioner) => void
}

/** One person of the directory: name, profession and place always together. */
export function PersonRow(props: Props) {
  const { person, chosen } = props
  const { t } = useI18n()
  const choosable = person.reachable && person.registerStatus === "active" && !props.self
  if (chosen === undefined) {
    return (
      <Link
        to={{ page: "card", id: person.id }}
        className="person"
        aria-current={props.current ? "page" : undefined}
      >
        <Words {...props} />
        <ChevronRight size={20} aria-hidden className="person__more" />
      </Link>
    )
  }
  return (
    <div className="person person--choice">
      <label className={`person__choose${choosable ? "" : " person__choose--off"}`}>
        <input
          type="checkbox"
          checked={chosen}
          disabled={!choosable}
          onChange={() => props.onToggle(person)}
        />
        <Words {...props} />
      </label>
      <Link
        to={{ page: "card", id: person.id }}
        className="button button--icon button--quiet"
        aria-label={`${t("directory.card")} : ${personName(person)}`}
      >
        <Info size={24} aria-hidden />
      </Link>
    </div>
  )
}

function Words({ person, homonym, written, self, distance }: Props) {
  const { t } = useI18n()
  const [first, ...more] = person.situations
  return (
    <>
      <Avatar person={person} />
      <span className="person__words">
        <span className="person__name">{personName(person)}</span>
        <span className="person__line">{professionName(person)}</span>
        <span className="person__line person__place">
          {placeName(first) ?? t("exercise.none")}
          {more.length > 0 && ` (+${more.length})`}
        </span>
        <span className="person__tags">
          <StandingMark person={person} />
          {distance !== undefined && (
            <span className="tag tnum">
              <MapPin size={16} aria-hidden />
              {t(distance.approximate ? "directory.kmAbout" : "directory.km", { n: distance.km })}
            </span>
          )}
          {self && <span className="tag">{t("directory.you")}</span>}
          {person.registerStatus === "departed" && (
            <span className="tag tag--attention">
              <CircleAlert size={16} aria-hidden />
              {t("directory.ended")}
            </span>
          )}
          {person.registerStatus === "active" && !person.reachable && (
            <span className="tag">
              <SmartphoneNfc size={16} aria-hidden />
              {t("directory.absent")}
            </span>
          )}
          {homonym && (
            <span className="tag tag--attention">
              <UsersRound size={16} aria-hidden />
              {t("directory.homonym")}
            </span>
          )}
          {written && (
            <span className="tag tag--good">
              <MessagesSquare size={16} aria-hidden />
              {t("directory.already")}
            </span>
          )}
        </span>
      </span>
    </>
  )
}
