namespace PpcAds.Sdk;

/// <summary>Finds the name that a mistyped one probably meant.</summary>
internal static class NearestMatch
{
    /// <summary>The nearest candidate, or <see langword="null"/> when none is near enough to be a typing error.</summary>
    public static string? Find(string value, IEnumerable<string> candidates)
    {
        string? best = null;
        int bestDistance = Math.Max(2, value.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            int distance = Distance(value, candidate);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Levenshtein distance; a difference in case counts nothing.</summary>
    private static int Distance(string left, string right)
    {
        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
