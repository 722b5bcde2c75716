using System.Text;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>What a sync leaves in the database, and what it makes of credentials that it cannot read there.</summary>
public abstract class SecretSyncContract : SecretContract
{
    [SkippableFact]
    public Task No_form_of_a_secret_is_in_a_dump() => LeavesNoSecretAsync(WithKey(NewKey()));

    [SkippableFact]
    public Task No_form_of_a_secret_is_in_a_dump_with_Data_Protection() => LeavesNoSecretAsync(Keys.Use);

    [SkippableTheory]
    [InlineData("raw")]
    [InlineData("base64 at 0")]
    [InlineData("base64 at 1")]
    [InlineData("base64 at 2")]
    [InlineData("base64url at 1")]
    [InlineData("hex")]
    [InlineData("hex in capitals")]
    [InlineData("URL-encoded")]
    [InlineData("form-encoded")]
    public async Task A_protector_that_hides_nothing_is_found_out(string form)
    {
        await ConnectAsync(await StartAsync(With(new TransparentProtector(form))));

        SecretSearch.Find(await Database.DumpAsync(), [Credentials.RefreshToken]).Should().Contain($"{Credentials.RefreshToken}, {form}");
    }

    [SkippableFact]
    public async Task An_account_whose_row_is_damaged_fails_alone()
    {
        await using SyncingProcess process = await SyncingProcess.StartAsync(Database, WithKey(NewKey()));
        AccountId damaged = await process.ConnectAsync("Damaged");
        AccountId sound = await process.ConnectAsync("Sound");
        (await process.SyncAsync()).Succeeded.Should().BeTrue();
        await DamageAsync(damaged);

        IngestionResult sync = await process.SyncAsync();
        IngestionResult poll = await process.PollLaterAsync();

        foreach (IngestionResult result in (IngestionResult[])[sync, poll])
        {
            result.Steps.Where(step => step.AccountId == damaged).Should().NotBeEmpty().And.OnlyContain(step =>
                step.Outcome == StepOutcome.Failed
                && step.Reason!.Contains($"credentials of account {damaged.Value} do not decrypt", StringComparison.Ordinal)
                && step.Reason.Contains("connect the account again", StringComparison.Ordinal));
            result.Steps.Where(step => step.AccountId == sound).Should().NotBeEmpty().And.OnlyContain(step => step.Outcome == StepOutcome.Done);
        }

        poll.Steps.Should().Contain(step => step.AccountId == sound && step.Load != null);
        (await process.Manager.ReconnectAsync(damaged, process.Credentials)).Should().BeTrue();
        (await process.PollLaterAsync()).Steps.Should().Contain(step => step.AccountId == damaged && step.Load != null);
    }

    private async Task LeavesNoSecretAsync(Action<IPpcAdsBuilder> protect)
    {
        await using SyncingProcess process = await SyncingProcess.StartAsync(Database, protect);
        process.Simulator.Quirks.RotateRefreshToken = true;
        string first = process.Credentials.RefreshToken;
        AccountId account = await process.ConnectAsync("Acme");
        foreach (IngestionResult result in (IngestionResult[])[await process.SyncAsync(), await process.CompleteAsync()])
        {
            result.Steps.Where(step => step.Outcome == StepOutcome.Failed).Select(step => $"{step.Step}: {step.Reason}").Should().BeEmpty();
        }

        SecretWitness witness = process.Witness;
        witness.Count("refresh token").Should().BeGreaterThan(1, "or else none was rotated");
        witness.Count("access token").Should().BeGreaterThan(1);
        witness.Count("signature").Should().BePositive("or else no report was downloaded");
        (await process.Tokens.FindAsync(account)).Should().Be(process.Credentials, "or else the newest token was not stored");
        byte[] dump = await Database.DumpAsync();
        Encoding.UTF8.GetString(dump).Should().Contain(process.Credentials.ClientId, "or else nothing was stored").And.Contain("sp.campaign");
        SecretSearch.Find(dump, [process.Credentials.ClientSecret, first, .. witness.Secrets]).Should().BeEmpty();
    }
}
