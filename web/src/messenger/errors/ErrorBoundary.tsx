import { Component, type ReactNode } from "react"
import { RotateCw, TriangleAlert } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"

type Props = { readonly children: ReactNode }
type State = { readonly reference?: string }

/** The last net: a broken screen says what is safe and offers to reload. Details are never shown or sent. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(): State {
    const [reference = ""] = crypto.randomUUID().split("-")
    return { reference }
  }

  override render() {
    const { reference } = this.state
    return reference === undefined ? this.props.children : <BrokenScreen reference={reference} />
  }
}

function BrokenScreen({ reference }: { reference: string }) {
  const { t } = useI18n()
  return (
    <main className="page">
      <EmptyState
        alert
        icon={TriangleAlert}
        title={t("error.title")}
        act={
          <Button look="primary" icon={RotateCw} onClick={() => window.location.reload()}>
            {t("act.reload")}
          </Button>
        }
      >
        {t("error.text")} {t("error.reference", { reference })}
      </EmptyState>
    </main>
  )
}
