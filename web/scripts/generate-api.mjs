// Writes src/core/api/generated/<service>.ts from the services' openapi.yaml; with --check it only compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import ts from "typescript"
import openapiTypescript, { astToString } from "openapi-typescript"

const web = dirname(dirname(fileURLToPath(import.meta.url)))
const target = join(web, "src/core/api/generated")
const services = ["directory", "conversation", "attachment", "notification", "audit"]
const check = process.argv.includes("--check")
let stale = 0

mkdirSync(target, { recursive: true })
for (const service of services) {
  const source = join(web, "..", `${service}-service`, "openapi.yaml")
  if (!existsSync(source)) {
    process.stderr.write(`${service}-service has no openapi.yaml: not compared\n`)
    continue
  }
  const types = await openapiTypescript(pathToFileURL(source), { immutable: true, transform })
  const text = `// Generated from ${service}-service/openapi.yaml by npm run generate-api. Do not edit.\n${astToString(types)}`
  const file = join(target, `${service}.ts`)
  if (!check) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    process.stderr.write(`${service}: run npm run generate-api\n`)
    stale++
  }
}
if (check && stale > 0) process.exit(1)

/** The services' `Bytes` type describes itself as an object; on the wire it is a base64url string. */
function transform(_, { path }) {
  return path?.endsWith("/schemas/Bytes")
    ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword)
    : undefined
}
