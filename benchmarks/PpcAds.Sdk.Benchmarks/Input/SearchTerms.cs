namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>What shoppers search for: some words, or the ASIN of a product page. Each number has a text of its own.</summary>
internal static class SearchTerms
{
    private const int WordsInTerm = 4;
    private const int AsinEvery = 7;
    private const int AsinDigits = 8;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    // Has no divisor in common with the numbers of texts below: neighbours are far apart, and no text is made twice.
    private const long Stride = 1_000_003_919;

    // Beyond ASCII too, since Amazon sells in 20 countries.
    private static readonly string[] Words =
    [
        "küchenmesser", "garden", "hose", "steel", "niño", "running", "shoes", "waterproof", "紳士靴", "travel", "mug", "light",
        "30 cm", "black", "set of 4", "l'eau", "for", "women", "men", "kids", "wireless", "usb-c", "charger", "größe", "xl", "öl",
        "café", "bio", "organic", "tea", "dog", "leash", "cat", "bed", "pillow", "bambus", "ケース", "iphone", "15", "pro", "max",
        "led", "lampe", "sans", "fil", "cadeau", "homme", "small",
    ];

    public static string Of(long number) => number % AsinEvery == 0 ? Asin(number) : Phrase(number);

    private static string Asin(long number) => string.Create(AsinDigits + 2, number, static (text, number) =>
    {
        text[0] = 'b';
        text[1] = '0';
        long rest = number * Stride % (long)Math.Pow(Digits.Length, AsinDigits);
        for (int i = 2; i < text.Length; i++)
        {
            text[i] = Digits[(int)(rest % Digits.Length)];
            rest /= Digits.Length;
        }
    });

    private static string Phrase(long number)
    {
        (long more, long one) = Math.DivRem(number, (long)Math.Pow(Words.Length, WordsInTerm));
        long rest = one * Stride % (long)Math.Pow(Words.Length, WordsInTerm);
        var chosen = new string[more > 0 ? WordsInTerm + 1 : WordsInTerm];
        for (int i = 0; i < WordsInTerm; i++)
        {
            chosen[i] = Words[rest % Words.Length];
            rest /= Words.Length;
        }

        if (more > 0)
        {
            chosen[WordsInTerm] = more.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return string.Join(' ', chosen);
    }
}
