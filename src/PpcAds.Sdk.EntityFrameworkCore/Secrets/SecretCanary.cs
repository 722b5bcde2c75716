using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Secrets;

/// <summary>
/// The row that detects wrong keys at start. It stands for all credentials: it moves to another key only when all of them have
/// been moved, so that a former key removed too early is detected too.
/// </summary>
internal sealed class SecretCanary(IPpcAdsContexts contexts, ISecretProtector protector, TimeProvider timeProvider)
{
    private const int Id = 1;
    private const string Purpose = "canary";
    private const string Text = "PpcAds.Sdk";

    /// <summary>Decrypts it.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="CryptographicException">There is one, and it does not decrypt.</exception>
    public async Task<bool> TryReadAsync(CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcSecretCanary? row = await FindAsync(lease.Context, cancellationToken).ConfigureAwait(false);
            if (row is not null && protector.Unprotect(row.ProtectedText, Purpose) != Text)
            {
                throw new CryptographicException("The text that decrypts is not the one that was encrypted.");
            }

            return row is not null;
        }
    }

    /// <summary>
    /// Writes it with the current key, unless there is one: whoever was first may have another key, so that it is read then.
    /// </summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            Write(Add(lease.Context));
            try
            {
                await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbUpdateException)
            {
                // Another process that starts too, most likely.
                if (!await TryReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Writes it with the current key, in place of any that is there.</summary>
    public async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            ContextLease lease = contexts.Create();
            await using (lease.ConfigureAwait(false))
            {
                Write(await FindAsync(lease.Context, cancellationToken).ConfigureAwait(false) ?? Add(lease.Context));
                try
                {
                    await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (DbUpdateConcurrencyException)
                {
                    // Another process wrote it in the meantime; this write is the later one.
                }
            }
        }
    }

    private static Task<PpcSecretCanary?> FindAsync(DbContext context, CancellationToken cancellationToken) =>
        context.Set<PpcSecretCanary>().AsTracking().FirstOrDefaultAsync(row => row.CanaryId == Id, cancellationToken);

    private static PpcSecretCanary Add(DbContext context)
    {
        var row = new PpcSecretCanary { CanaryId = Id };
        context.Add(row);
        return row;
    }

    private void Write(PpcSecretCanary row)
    {
        row.ProtectedText = protector.Protect(Text, Purpose);
        row.Version++;
        row.ChangedAt = timeProvider.GetUtcNow();
    }
}
