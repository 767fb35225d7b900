/** The pages' only sheet; plain colours and system fonts, none of them the State's. */
export const styles = `
* { box-sizing: border-box; }
html { font: 1.0625rem/1.5 system-ui, sans-serif; color: #1c1c22; background: #f4f3f7; }
body { margin: 0; overflow-wrap: anywhere; }
.notice { margin: 0; padding: .75rem 1rem; background: #4a2b6b; color: #fff; font-weight: 600; text-align: center; }
main { max-width: 36rem; margin: 1.5rem auto; padding: 1.25rem; background: #fff; border: 1px solid #d5d2dd; border-radius: .5rem; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.3; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
ul { margin: 0 0 1rem; padding: 0; list-style: none; }
li { margin: 0 0 .5rem; }
ul.facts { padding-left: 1.25rem; list-style: disc; }
button { display: block; width: 100%; min-height: 2.75rem; padding: .6rem 1rem; font: inherit; text-align: left;
  color: inherit; background: #fff; border: 1px solid #6b6878; border-radius: .375rem; cursor: pointer; }
button:hover { background: #efedf4; }
button.main { color: #fff; background: #4a2b6b; border-color: #4a2b6b; text-align: center; }
button.main:hover { background: #37204f; }
button small { display: block; color: #55525f; }
input { display: block; width: 100%; min-height: 2.75rem; margin: 0 0 .5rem; padding: .5rem .75rem; font: inherit; border: 1px solid #6b6878; border-radius: .375rem; }
form[role=search] { margin: 0 0 1.5rem; }
button.link { display: inline; width: auto; padding: .25rem 0; color: #3d2db8; background: none; border: 0; text-decoration: underline; }
a { color: #3d2db8; display: inline-block; padding: .25rem 0; }
:focus-visible { outline: 3px solid #b8530a; outline-offset: 2px; }
@media (max-width: 38rem) { main { margin: 0; border: 0; border-radius: 0; } }
`;

/** Sends the log-out form by itself, as FranceConnect does; without scripts its button does. */
export const logoutScript = `document.forms[0].submit();`;
