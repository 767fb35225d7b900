/** What a language calls itself, where `Intl` does not know, and what the menu says in it. */
interface LanguageWords {
  readonly name?: string;
  /** The word for « language ». */
  readonly label: string;
  /** Said when the language chosen can't be loaded. */
  readonly failed: string;
  readonly reload: string;
}

const french: LanguageWords = {
  label: "Langue",
  failed: "La langue choisie n'a pas pu être chargée. Vérifiez votre connexion à Internet.",
  reload: "Recharger la page",
};

const words: Readonly<Record<string, LanguageWords>> = {
  fr: french,
  en: {
    label: "Language",
    failed: "The language you chose could not be loaded. Check your Internet connection.",
    reload: "Reload the page",
  },
  ar: {
    label: "اللغة",
    failed: "تعذّر تحميل اللغة المختارة. يرجى التحقق من الاتصال بالإنترنت.",
    reload: "إعادة تحميل الصفحة",
  },
  "fr-simple": {
    name: "Français facile (FALC)",
    label: "Langue",
    failed: "Nous ne pouvons pas afficher cette langue. Regardez si Internet marche.",
    reload: "Ouvrir encore cette page",
  },
  pt: {
    label: "Língua",
    failed: "Não foi possível carregar a língua escolhida. Verifique a sua ligação à Internet.",
    reload: "Recarregar a página",
  },
  es: {
    label: "Idioma",
    failed: "No se ha podido cargar el idioma elegido. Compruebe su conexión a Internet.",
    reload: "Recargar la página",
  },
  tr: {
    label: "Dil",
    failed: "Seçtiğiniz dil yüklenemedi. İnternet bağlantınızı kontrol edin.",
    reload: "Sayfayı yeniden yükle",
  },
  uk: {
    label: "Мова",
    failed: "Вибрану мову не вдалося завантажити. Перевірте з'єднання з Інтернетом.",
    reload: "Перезавантажити сторінку",
  },
  ro: {
    label: "Limba",
    failed: "Limba aleasă nu a putut fi încărcată. Verificați conexiunea la internet.",
    reload: "Reîncărcați pagina",
  },
  "zh-Hans": {
    label: "语言",
    failed: "无法加载所选语言。请检查网络连接。",
    reload: "重新加载页面",
  },
};

const wordsOf = (tag: string) => (Object.hasOwn(words, tag) ? words[tag] : undefined);

/** What the menu says in a language; in French where it is not known. */
export const wordsIn = (tag: string): LanguageWords => wordsOf(tag) ?? french;

/** Tells whether a tag is written as BCP 47 has it: `fr_FR` is not, and `Intl` throws at it. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Names a language in itself, as those who speak it look for it: « Español », « العربية ». */
export function nameOfLanguage(tag: string): string {
  const name = wordsOf(tag)?.name ?? new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  const [first = "", ...rest] = name;
  return first.toLocaleUpperCase(tag) + rest.join("");
}

/** The same in French and English, for whoever got lost in another language, each once. */
export function labelElsewhere(tag: string): readonly { readonly tag: string; readonly label: string }[] {
  return ["fr", "en"]
    .map((each) => ({ tag: each, label: wordsIn(each).label }))
    .filter(({ label }) => label !== wordsIn(tag).label);
}
