using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Throttling;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Throttling;

/// <summary>Learned rates, written by change tracking.</summary>
internal sealed class RelationalRateStore(IPpcAdsContexts contexts, Transactions transactions) : RateStoreBase(contexts)
{
    protected override Task WriteAsync(IReadOnlyList<LearnedRate> rates, CancellationToken cancellationToken) =>
        transactions.UpsertAsync(
            async (context, token) =>
            {
                foreach (LearnedRate rate in rates)
                {
                    PpcLearnedRate? row = await context.Set<PpcLearnedRate>().AsTracking()
                        .FirstOrDefaultAsync(
                            known => known.Account == rate.Account && known.Region == rate.Region
                                && known.OperationClass == rate.OperationClass,
                            token).ConfigureAwait(false);
                    if (row is null)
                    {
                        row = new PpcLearnedRate
                        {
                            Account = rate.Account,
                            Region = rate.Region,
                            OperationClass = rate.OperationClass,
                        };
                        context.Add(row);
                    }

                    (row.CallsPerSecond, row.LearnedAt, row.QuietUntil) = (rate.CallsPerSecond, rate.LearnedAt, rate.QuietUntil);
                }

                return await context.SaveChangesAsync(token).ConfigureAwait(false);
            },
            cancellationToken);
}
