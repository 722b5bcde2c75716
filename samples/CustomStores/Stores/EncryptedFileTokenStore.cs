using System.Security.Cryptography;
using System.Text.Json;
using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;

namespace CustomStores;

/// <summary>Credentials in one file for each account, encrypted with AES-256-GCM.</summary>
public sealed class EncryptedFileTokenStore : ITokenStore
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly string _folder;
    private readonly byte[] _key;

    /// <param name="folder">The folder; made if it is not there.</param>
    /// <param name="key">32 random bytes, kept elsewhere.</param>
    public EncryptedFileTokenStore(string folder, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length != 32)
        {
            throw new ArgumentException("The key must be 32 bytes long.", nameof(key));
        }

        _folder = folder;
        _key = [.. key];
        Directory.CreateDirectory(folder);
    }

    public async Task<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        try
        {
            // No lock: a file is replaced as a whole.
            return Decrypt(accountId, await File.ReadAllBytesAsync(PathOf(accountId), cancellationToken));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public async Task SaveAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default)
    {
        await using FileStream held = await LockAsync(cancellationToken);
        await WriteAsync(accountId, credentials, cancellationToken);
    }

    public async Task<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default)
    {
        await using FileStream held = await LockAsync(cancellationToken);
        if (await FindAsync(accountId, cancellationToken) != current)
        {
            return false;
        }

        await WriteAsync(accountId, replacement, cancellationToken);
        return true;
    }

    public async Task<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        await using FileStream held = await LockAsync(cancellationToken);
        if (!File.Exists(PathOf(accountId)))
        {
            return false;
        }

        File.Delete(PathOf(accountId));
        return true;
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        FileStream held = await LockFile.TakeAsync(Path.Combine(_folder, ".lock"), cancellationToken);
        AtomicFile.DeleteUnfinished(_folder);
        return held;
    }

    private Task WriteAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(PathOf(accountId), Encrypt(accountId, credentials), cancellationToken);

    private string PathOf(AccountId accountId) => Path.Combine(_folder, $"{accountId}.token");

    private byte[] Encrypt(AccountId accountId, LwaCredentials credentials)
    {
        byte[] clear = JsonSerializer.SerializeToUtf8Bytes<string[]>([credentials.ClientId, credentials.ClientSecret, credentials.RefreshToken]);
        byte[] file = new byte[NonceBytes + TagBytes + clear.Length];
        Span<byte> nonce = file.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, clear, file.AsSpan(NonceBytes + TagBytes), file.AsSpan(NonceBytes, TagBytes), Purpose(accountId));
        CryptographicOperations.ZeroMemory(clear);
        return file;
    }

    private LwaCredentials Decrypt(AccountId accountId, byte[] file)
    {
        if (file.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException($"{PathOf(accountId)} is no file of this store.");
        }

        byte[] clear = new byte[file.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(file.AsSpan(0, NonceBytes), file.AsSpan(NonceBytes + TagBytes), file.AsSpan(NonceBytes, TagBytes), clear, Purpose(accountId));
        string[] parts = JsonSerializer.Deserialize<string[]>(clear)!;
        CryptographicOperations.ZeroMemory(clear);
        return new LwaCredentials(parts[0], parts[1], parts[2]);
    }

    /// <summary>A file that was moved to another account does not decrypt.</summary>
    private static byte[] Purpose(AccountId accountId) => System.Text.Encoding.UTF8.GetBytes($"token/{accountId}");
}
