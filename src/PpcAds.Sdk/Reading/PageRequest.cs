namespace PpcAds.Sdk.Reading;

/// <summary>Which page.</summary>
/// <param name="Size">Items on the page, 1 to 1000.</param>
/// <param name="After">The <see cref="ReadPage{T}.Next"/> of the page before; <see langword="null"/> for the first.</param>
public sealed record PageRequest(int Size = 100, string? After = null)
{
    /// <summary>The most items on a page.</summary>
    public const int MaxSize = 1000;

    /// <summary>Checks the size.</summary>
    /// <exception cref="AmazonAdsValidationException">The size is out of its range.</exception>
    public void Validate()
    {
        if (Size is < 1 or > MaxSize)
        {
            throw new AmazonAdsValidationException("The page", [
                new InputProblem(nameof(Size), Size.ToString(System.Globalization.CultureInfo.InvariantCulture), $"must be 1 to {MaxSize}."),
            ]);
        }
    }
}
