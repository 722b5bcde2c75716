using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Learnt rates that outlive a process.</summary>
public abstract class RateStoreContract : StoreContract
{
    private DateTimeOffset Now => Store.Time.GetUtcNow();

    [SkippableFact]
    public async Task What_was_kept_is_found_and_a_later_word_takes_the_place_of_an_earlier_one()
    {
        (await Store.Rates.LoadAsync()).Should().BeEmpty();
        LearnedRate quiet = Rate("1", OperationClass.ReportCreation, 0.123456789) with { QuietUntil = Now.AddSeconds(90) };
        LearnedRate other = Rate("1", OperationClass.Lists, 7) with { Region = AmazonAdsRegion.FarEast };
        await Store.Rates.SaveAsync([quiet, other]);

        LearnedRate later = quiet with { CallsPerSecond = 1.5, LearnedAt = Now.AddMinutes(2), QuietUntil = null };
        await Store.Rates.SaveAsync([Rate("2", OperationClass.Downloads, 20), later]);

        (await Store.Rates.LoadAsync()).Should().BeEquivalentTo([later, other, Rate("2", OperationClass.Downloads, 20)]);
    }

    [SkippableFact]
    public async Task The_same_word_again_is_not_written_over_what_another_process_learnt_since()
    {
        LearnedRate own = Rate("1", OperationClass.Lists, 7);
        await Store.Rates.SaveAsync([own]);
        LearnedRate foreign = own with { CallsPerSecond = 3, LearnedAt = Now.AddMinutes(1) };
        await Store.AnotherProcessKeepsAsync(foreign);

        await Store.Rates.SaveAsync([own, Rate("2", OperationClass.Lists, 1)]);

        (await Store.Rates.LoadAsync()).Should().ContainEquivalentOf(foreign).And.HaveCount(2);
    }

    [SkippableFact]
    public async Task Nothing_of_a_purged_account_stays()
    {
        await Store.Rates.SaveAsync([Rate($"{Account}", OperationClass.Lists, 7), Rate("another", OperationClass.Lists, 7)]);
        await Store.Accounts.SetStatusAsync(Account, AccountStatus.Closed);

        (await Store.Accounts.PurgeAsync(Account)).Should().BeTrue();

        (await Store.Rates.LoadAsync()).Should().ContainSingle().Which.Account.Should().Be("another");
    }

    private LearnedRate Rate(string account, OperationClass operationClass, double callsPerSecond) => new()
    {
        Account = account,
        Region = AmazonAdsRegion.NorthAmerica,
        OperationClass = operationClass,
        CallsPerSecond = callsPerSecond,
        LearnedAt = Now,
    };
}
