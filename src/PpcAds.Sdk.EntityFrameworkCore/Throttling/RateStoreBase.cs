using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Throttling;

/// <summary>
/// Learned rates in <c>ppc_learned_rates</c>. Of several processes that call for an account, the last one to write is remembered.
/// </summary>
/// <param name="contexts">The contexts.</param>
[Experimental(Experimentals.StoreMakers)]
public abstract class RateStoreBase(IPpcAdsContexts contexts) : IRateStore
{
    /// <summary>Gets the contexts.</summary>
    protected IPpcAdsContexts Contexts { get; } = contexts;

    // What this process wrote last: most accounts rest most of the time.
    private readonly Dictionary<(string Account, AmazonAdsRegion Region, OperationClass OperationClass), LearnedRate> _written =
        [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LearnedRate>> LoadAsync(CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcLearnedRate> rows = await lease.Context.Set<PpcLearnedRate>().AsNoTracking()
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return
            [
                .. rows.Select(row => new LearnedRate
                {
                    Account = row.Account,
                    Region = row.Region,
                    OperationClass = row.OperationClass,
                    CallsPerSecond = row.CallsPerSecond,
                    LearnedAt = row.LearnedAt,
                    QuietUntil = row.QuietUntil,
                }),
            ];
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(IReadOnlyList<LearnedRate> rates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rates);

        // In one order, so that two processes do not wait for each other.
        LearnedRate[] changed =
        [
            .. rates.Where(rate => !_written.TryGetValue(Key(rate), out LearnedRate? written) || written != rate)
                .OrderBy(rate => rate.Account, StringComparer.Ordinal).ThenBy(rate => rate.Region)
                .ThenBy(rate => rate.OperationClass),
        ];
        if (changed.Length == 0)
        {
            return;
        }

        await WriteAsync(changed, cancellationToken).ConfigureAwait(false);
        foreach (LearnedRate rate in changed)
        {
            _written[Key(rate)] = rate;
        }
    }

    /// <summary>Writes rates over what is stored of them, all or none.</summary>
    /// <param name="rates">The rates, in one order for all processes.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    protected abstract Task WriteAsync(IReadOnlyList<LearnedRate> rates, CancellationToken cancellationToken);

    private static (string Account, AmazonAdsRegion Region, OperationClass OperationClass) Key(LearnedRate rate) =>
        (rate.Account, rate.Region, rate.OperationClass);
}
