using System.Text.Json;

namespace PpcAds.Sdk.Throttling;

/// <summary>Learned rates in a small JSON file, replaced as a whole, so that a crash leaves the old or the new one.</summary>
internal sealed class JsonFileRateStore(string path, TimeSpan keepFor, TimeProvider timeProvider) : IRateStore
{
    public async Task<IReadOnlyList<LearnedRate>> LoadAsync(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return await JsonSerializer.DeserializeAsync(
            stream, LearnedRateJson.Default.LearnedRateArray, cancellationToken).ConfigureAwait(false)
            ?? [];
    }

    public async Task SaveAsync(IReadOnlyList<LearnedRate> rates, CancellationToken cancellationToken = default)
    {
        // Other processes keep other accounts in the same file.
        DateTimeOffset oldest = timeProvider.GetUtcNow() - keepFor;
        HashSet<(string, AmazonAdsRegion, OperationClass)> own = [.. rates.Select(Key)];
        LearnedRate[] all =
        [
            .. rates,
            .. (await LoadOthersAsync(cancellationToken).ConfigureAwait(false))
                .Where(rate => !own.Contains(Key(rate)) && rate.LearnedAt > oldest),
        ];
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllBytesAsync(
                draft,
                JsonSerializer.SerializeToUtf8Bytes(all, LearnedRateJson.Default.LearnedRateArray),
                cancellationToken).ConfigureAwait(false);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    // A file that cannot be read is replaced.
    private async Task<IReadOnlyList<LearnedRate>> LoadOthersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await LoadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static (string Account, AmazonAdsRegion Region, OperationClass OperationClass) Key(LearnedRate rate) =>
        (rate.Account, rate.Region, rate.OperationClass);
}
