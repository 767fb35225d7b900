/** As much of Vue's own types as the elements' declarations name, so that Vue need not be installed to check them. */
export interface HTMLAttributes {
  readonly class?: unknown;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}
export interface PublicProps {
  readonly key?: PropertyKey;
}
type Signature<Handler> = Handler extends (...values: infer Values) => void ? Values : never;
export type EmitFn<Events> = <Name extends keyof Events>(
  name: Name,
  ...values: Signature<Events[Name]>
) => void;
export interface GlobalComponents {}
