namespace PpcAds.Sdk.Reading;

/// <summary>Which page.</summary>
/// <param name="Size">Items on the page, 1 to 1000.</param>
/// <param name="After">The <see cref="ReadPage{T}.Next"/> of the page before; <see langword="null"/> for the first.</param>
public sealed record PageRequest(int Size = 100, string? After = null)
{
    /// <summary>The most items on a page.</summary>
    public const int MaxSize = 1000;

    /// <summary>Checks the size.</summary>
    /// <exception cref="PpcAdsValidationException">The size is out of its range.</exception>
    public void Validate()
    {
        if (Size is < 1 or > MaxSize)
        {
            throw new PpcAdsValidationException("The page", [
                new InputProblem(
                    nameof(Size), Size.ToString(System.Globalization.CultureInfo.InvariantCulture), $"must be 1 to {MaxSize}."),
            ]);
        }
    }

    /// <summary>The page of rows that a store found. For those who implement one.</summary>
    /// <typeparam name="TRow">What the store found.</typeparam>
    /// <typeparam name="T">What is on the page.</typeparam>
    /// <param name="rows">At most one row more than <see cref="Size"/>: with it there is a next page.</param>
    /// <param name="read">Makes an item of a row.</param>
    /// <param name="token">The <see cref="PageToken"/> of the row that a page ends with.</param>
    public ReadPage<T> Cut<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> read, Func<TRow, string> token)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(token);
        return new ReadPage<T>([.. rows.Take(Size).Select(read)], rows.Count > Size ? token(rows[Size - 1]) : null);
    }
}
